/** Our mark: a lectern seen from the side. The same drawing as `public/icons/lectern.svg`. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4.5 11.7 17.5 5.2M3.8 9.9l1 2.4M11.3 8.8v10.6M7 19.4h8.6" />
    </svg>
  );
}
