/** CI ready to copy: what `init --ci` writes, by the service it is for. */

export const CI_KINDS = ['github', 'gitlab', 'pre-commit', 'none'] as const;

export type CiKind = (typeof CI_KINDS)[number];

const WORKFLOW = `name: duizhao
on: [push, pull_request]
permissions:
  contents: read
  pull-requests: write # for the comment
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # the whole history, for --changed
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      # duizhao is one of this repository's devDependencies.
      - run: npm ci
      - uses: ./.github/actions/duizhao
        with:
          arguments: '' # such as --changed or --strict
`;

/** `.github/actions/check` of this tool's own repository is the same, with a program of its own. */
const ACTION = `name: duizhao check
description: Checks the Chinese and English texts, annotates their lines and comments on the pull request.
inputs:
  folder:
    description: Folder of the workspace.
    default: .
  arguments:
    description: Further arguments of duizhao check.
    default: ''
  comment:
    description: Whether to comment on the pull request; needs the permission pull-requests write.
    default: 'true'
  code-scanning:
    description: Whether to upload SARIF; needs the permission security-events write.
    default: 'false'
runs:
  using: composite
  steps:
    - name: Check
      id: check
      shell: bash
      working-directory: \${{ inputs.folder }}
      env:
        ARGUMENTS: \${{ inputs.arguments }}
      run: |
        set -f
        code=0
        npx --no duizhao check --format github --output markdown="$RUNNER_TEMP/duizhao.md" --output sarif="$RUNNER_TEMP/duizhao.sarif" $ARGUMENTS || code=$?
        echo "code=$code" >> "$GITHUB_OUTPUT"
        test -f "$RUNNER_TEMP/duizhao.md" || exit "$code"
        cat "$RUNNER_TEMP/duizhao.md" >> "$GITHUB_STEP_SUMMARY"
    - name: Comment
      if: inputs.comment == 'true' && github.event.pull_request.head.repo.full_name == github.repository
      continue-on-error: true
      shell: bash
      env:
        GH_TOKEN: \${{ github.token }}
        NUMBER: \${{ github.event.pull_request.number }}
      run: |
        comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
        own='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- duizhao check -->"))) | .id'
        id=$(gh api "$comments" --paginate --jq "$own" | tail -n 1)
        if [ -n "$id" ]; then
          gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F body=@"$RUNNER_TEMP/duizhao.md"
        else
          gh api --method POST "$comments" -F body=@"$RUNNER_TEMP/duizhao.md"
        fi
    - name: Code scanning
      if: inputs.code-scanning == 'true'
      uses: github/codeql-action/upload-sarif@v3
      with:
        sarif_file: \${{ runner.temp }}/duizhao.sarif
        category: duizhao
    - name: Verdict
      shell: bash
      env:
        CODE: \${{ steps.check.outputs.code }}
      run: exit "$CODE"
`;

const GITLAB_JOB = `duizhao:
  image: node:24
  variables:
    GIT_DEPTH: 0 # the whole history, for --changed
  script:
    # duizhao is one of this repository's devDependencies.
    - npm ci
    - npx --no duizhao check --output junit=duizhao.xml --output markdown=duizhao.md
  artifacts:
    when: always
    paths: [duizhao.md]
    reports:
      junit: duizhao.xml
`;

const GITLAB = `include:
  - local: .gitlab/duizhao.yml
`;

/** Open segments are no fault while one is at work: the stage is `draft`. */
const HOOK_ARGUMENTS = 'check --stage draft --changed HEAD';

const PRE_COMMIT = `# For pre-commit (https://pre-commit.com): run \`pre-commit install\` once in every clone.
repos:
  - repo: local
    hooks:
      - id: duizhao
        name: duizhao check
        entry: npx --no duizhao ${HOOK_ARGUMENTS}
        language: system
        pass_filenames: false
        files: ^(articles|locales)/|^duizhao\\.config\\.json$
`;

const GIT_HOOK = `#!/bin/sh
# Checks the articles that differ from the last commit. Run \`git config core.hooksPath .githooks\` once in every clone.
git rev-parse --verify --quiet HEAD >/dev/null || exit 0
exec npx --no duizhao ${HOOK_ARGUMENTS}
`;

const FILES: Readonly<Record<CiKind, readonly (readonly [path: string, text: string])[]>> = {
  github: [
    ['.github/workflows/duizhao.yml', WORKFLOW],
    ['.github/actions/duizhao/action.yml', ACTION],
  ],
  gitlab: [
    ['.gitlab-ci.yml', GITLAB],
    ['.gitlab/duizhao.yml', GITLAB_JOB],
  ],
  'pre-commit': [
    ['.pre-commit-config.yaml', PRE_COMMIT],
    ['.githooks/pre-commit', GIT_HOOK],
  ],
  none: [],
};

/** Files by path. One that begins with `#!` is to be run. */
export function ciFiles(kinds: readonly CiKind[]): readonly (readonly [string, string])[] {
  return [...new Set(kinds)].flatMap((kind) => FILES[kind]);
}
