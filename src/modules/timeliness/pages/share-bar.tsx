// A share as a bar and a number; the number says it, the bar only shows it.
type Props = { share: number | null; label: string };

export function ShareBar({ share, label }: Props) {
  if (share === null) return <>–</>;
  return (
    <span class="share">
      <svg class="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="share-ground" width="100" height="10" />
        <rect class="share-part" width={share} height="10" />
      </svg>
      <span class="share-number" title={label}>
        {share} %
      </span>
    </span>
  );
}
