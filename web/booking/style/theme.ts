import { css } from "lit";

const dark = css`
  --ink: var(--kept-ink, #e8eaed);
  --quiet: var(--kept-quiet, #a9b1ba);
  --ground: var(--kept-ground, #16191d);
  --raised: var(--kept-raised, #20252b);
  --line: var(--kept-line, #77828d);
  --accent: var(--kept-accent, #8cc2ff);
  --on-accent: var(--kept-on-accent, #0d1420);
  --wrong: var(--kept-wrong, #ffa199);
`;

/** A host page changes it by `--kept-…` and by `::part`. */
export const theme = css`
  :host {
    display: block;
    color-scheme: light dark;
    --ink: var(--kept-ink, #1c2024);
    --quiet: var(--kept-quiet, #565f69);
    --ground: var(--kept-ground, #ffffff);
    --raised: var(--kept-raised, #eef1f4);
    --line: var(--kept-line, #7a858f);
    --accent: var(--kept-accent, #0b57a4);
    --on-accent: var(--kept-on-accent, #ffffff);
    --wrong: var(--kept-wrong, #a3180f);
    --radius: var(--kept-radius, 0.375rem);
    color: var(--ink);
    background: var(--ground);
    font: var(--kept-font, 1rem / 1.5 system-ui, sans-serif);
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      ${dark}
    }
  }
  :host([theme="dark"]) {
    color-scheme: dark;
    ${dark}
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  .widget {
    max-width: 36rem;
    padding: 0.75rem;
    overflow-wrap: anywhere;
  }
  /* Most answers are there before anybody would notice; a wait shows after 300 ms, in sight and within the widget. */
  .widget[aria-busy="true"]::before {
    content: "";
    position: sticky;
    z-index: 1;
    top: 1rem;
    display: block;
    width: 1.75rem;
    height: 1.75rem;
    margin: 0 0 -1.75rem auto;
    border: 3px solid var(--line);
    border-top-color: var(--accent);
    border-radius: 50%;
    opacity: 0;
    animation:
      appear 0s 300ms forwards,
      turn 1s linear infinite;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .widget[aria-busy="true"]::before {
      animation: appear 0s 300ms forwards;
    }
  }
`;
