export default function ErrataPage() {
  return null;
}
