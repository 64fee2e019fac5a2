/** Small drawings of what the reader will see on an iPhone. The step beside each says the same in words. */

const line = {
  fill: "none",
  stroke: "currentColor",
  "stroke-width": 1.5,
  "stroke-linecap": "round",
  "stroke-linejoin": "round",
} as const;

export function ShareIcon() {
  return (
    <svg viewBox="0 0 96 96" aria-hidden="true">
      <g {...line}>
        <rect x="12" y="58" width="72" height="26" rx="5" />
        <path d="M24 71h8M36 71h6" opacity=".5" />
        <path d="M66 71h8" opacity=".5" />
        <path d="M43 66v11h11V66M48.5 72V60M45 63.5l3.5-3.5 3.5 3.5" stroke-width="2" />
        <circle cx="48.5" cy="69" r="15" stroke-dasharray="2 3" />
        <path d="M12 50V18a6 6 0 0 1 6-6h60a6 6 0 0 1 6 6v32" opacity=".5" />
      </g>
    </svg>
  );
}

export function AddIcon() {
  return (
    <svg viewBox="0 0 96 96" aria-hidden="true">
      <g {...line}>
        <rect x="12" y="14" width="72" height="20" rx="5" opacity=".5" />
        <rect x="12" y="38" width="72" height="20" rx="5" stroke-width="2" />
        <rect x="12" y="62" width="72" height="20" rx="5" opacity=".5" />
        <path d="M20 24h30M20 72h36" opacity=".5" />
        <path d="M20 48h36" stroke-width="2" />
        <rect x="67" y="42.5" width="11" height="11" rx="2.5" stroke-width="2" />
        <path d="M72.5 45.5v5M70 48h5" stroke-width="2" />
      </g>
    </svg>
  );
}

export function OpenIcon() {
  return (
    <svg viewBox="0 0 96 96" aria-hidden="true">
      <g {...line}>
        <rect x="14" y="12" width="18" height="18" rx="5" opacity=".5" />
        <rect x="39" y="12" width="18" height="18" rx="5" opacity=".5" />
        <rect x="64" y="12" width="18" height="18" rx="5" opacity=".5" />
        <rect x="36" y="42" width="26" height="26" rx="7" stroke-width="2" />
        <path d="M42.5 55 54 49.300M41.900 53.400l.9 2.100M48.5 52v9.5M45 61.5h7.5" stroke-width="2" />
        <path d="M38 78h22" />
      </g>
    </svg>
  );
}
