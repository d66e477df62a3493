/** As many texts as a few articles have. */
const MOST = 1000;

/** What is made of a text, made once for whoever asks again soon: the same sentence stands on every page of an article. */
export function remembering<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
