import { css } from "lit";

/** Text, buttons and fields. */
export const form = css`
  h2,
  h3 {
    margin: 0 0 0.5rem;
    font-size: 1.25rem;
    line-height: 1.3;
  }
  h3,
  legend {
    margin-top: 1rem;
    padding: 0;
    font-size: 1.0625rem;
    font-weight: 600;
  }
  p {
    margin: 0.5rem 0;
  }
  .hint {
    color: var(--quiet);
    font-size: 0.9375rem;
  }
  .wrong {
    color: var(--wrong);
  }
  a,
  .plain {
    color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  [tabindex="-1"]:not(button):focus-visible {
    outline: none;
  }
  button,
  input,
  select {
    min-height: 2.75rem;
    padding: 0.375rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    color: var(--ink);
    background: var(--ground);
    font: inherit;
  }
  button {
    cursor: pointer;
  }
  button:disabled {
    border-color: transparent;
    color: var(--quiet);
    cursor: default;
  }
  .plain {
    padding-inline: 0;
    border: 0;
    background: none;
    text-align: start;
    text-decoration: underline;
  }
  .main,
  [part~="chosen"] {
    border-color: var(--accent);
    color: var(--on-accent);
    background: var(--accent);
    font-weight: 600;
  }
  .main {
    width: 100%;
    margin-top: 0.5rem;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.25rem 1rem;
  }
  dt {
    color: var(--quiet);
  }
  dd {
    margin: 0;
  }
`;
