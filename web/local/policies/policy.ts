export interface Rule {
  readonly text: string;
  readonly clause: string;
  /** Why the figure is the company's own choice, where its text gives none. */
  readonly ours?: string;
}

export interface ExampleLine {
  readonly moment: string;
  readonly text: string;
}

export interface Explanation {
  readonly company: string;
  readonly language: string;
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly example?: {
    readonly title: string;
    readonly intro: string;
    readonly lines: readonly ExampleLine[];
    readonly short?: string;
  };
  readonly ladder?: { readonly title: string; readonly lines: readonly ExampleLine[] };
  readonly cases?: {
    readonly title: string;
    readonly rules: readonly Rule[];
    readonly kinds: readonly CaseKind[];
  };
}

export interface CaseKind {
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly example?: {
    readonly title: string;
    readonly lines: readonly ExampleLine[];
    readonly undated: readonly string[];
  };
}

/** What a policy does, in words and as machines. */
export interface Told {
  readonly explanation: Explanation;
  /** How the language says where a rule comes from: with `{clause}`, with `{reason}`. */
  readonly sources: { readonly clause: string; readonly ours: string };
  readonly machines: readonly { readonly name: string; readonly picture: string }[];
}

export interface PolicyName {
  readonly pack: string;
  readonly company: string;
}
