export default function OfficerContestPage() {
  return null;
}
