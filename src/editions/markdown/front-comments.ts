/** Front matter without what its authors only tell each other. */
import { Lexer } from 'yaml';

/** What the lexer puts before a scalar, which may begin with any sign. */
const SCALAR = '\u001f';
/** Signs of the lexer's own: the start of a document or scalar, the end of a line in a flow. */
const OWN_SIGN = /^[\u0002\u0018\u001f]$/;

/** Tokens that are kept, without the line of a comment that stands by itself. */
class Kept {
  private readonly tokens: string[] = [];
  private lineGoes = false;

  add(token: string): void {
    this.tokens.push(this.lineGoes ? token.replace(/^\n/, '') : token);
    this.lineGoes = false;
  }

  leaveOut(): void {
    const { tokens } = this;
    if (/^[ \t]+$/.test(tokens.at(-1) ?? '')) tokens.pop();
    this.lineGoes = tokens.at(-1)?.endsWith('\n') ?? true;
  }

  get text(): string {
    return this.tokens.join('');
  }
}

/** YAML without its comments; a line that holds nothing else goes. */
export function withoutComments(yaml: string): string {
  if (!yaml.includes('#')) return yaml;
  const kept = new Kept();
  let before = '';
  for (const token of new Lexer().lex(yaml)) {
    if (token.startsWith('#') && before !== SCALAR) kept.leaveOut();
    else if (!OWN_SIGN.test(token)) kept.add(token);
    before = token;
  }
  return kept.text;
}
