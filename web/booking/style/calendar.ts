import { css } from "lit";

/** Days, times, and what stands before the button. */
export const calendar = css`
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
  }
  .turn span {
    flex-basis: 100%;
    order: -1;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    color: var(--quiet);
    font-size: 0.875rem;
    font-weight: 400;
  }
  td {
    padding: 2px;
  }
  td button {
    width: 100%;
    padding: 0;
    font-weight: 600;
  }
  td [part~="chosen"] {
    text-decoration: underline;
  }
  td button[data-month]::before {
    content: attr(data-month);
    display: block;
    font-size: 0.75rem;
    font-weight: 400;
    line-height: 1;
  }
  td button[aria-disabled] {
    border-color: transparent;
    color: var(--quiet);
    background: none;
    font-weight: 400;
    cursor: default;
  }
  [part~="times"] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  [part~="time"] {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    min-height: 2.75rem;
    padding: 0 0.75rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    cursor: pointer;
  }
  [part~="time"] input,
  .fee input {
    min-height: 1.25rem;
    accent-color: currentColor;
  }
  [part~="field"] {
    display: block;
    margin-top: 0.75rem;
  }
  [part~="field"] input:not([type="checkbox"]),
  [part~="field"] select {
    display: block;
    width: 100%;
  }
  [part~="terms"],
  [part~="outcome"] {
    margin: 1rem 0;
    padding: 0.25rem 0.75rem;
    border-left: 4px solid var(--accent);
    background: var(--raised);
  }
  [part~="terms"] h3 {
    margin-top: 0.25rem;
  }
  [part~="outcome"] {
    padding-block: 0.625rem;
    border-color: var(--wrong);
  }
`;
