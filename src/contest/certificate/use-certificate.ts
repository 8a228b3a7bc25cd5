import { useCallback, useRef, useState } from 'react';
import * as v from 'valibot';
import { certificateActions, type CertificateView } from '../../contract/contest/certificate';
import { useChange } from '../../hooks/use-change';
import { allowInSettings } from '../../platform/device/permission';
import { saveImage, type DrawnCanvas, type ImageSaved } from '../../platform/device/save-image';

const nameSchema = certificateActions['certificate.issue'].input.entries.holderName;

interface Issuing {
  readonly typeName: (name: string) => void;
  readonly issue: () => void;
  readonly busy: boolean;
  readonly nameError: string | undefined;
  /** What went wrong, unless it is said beside the field. */
  readonly error: string | null;
}

/** Asks for the name and has the certificate made out, or made out anew. */
export function useIssuing(initial: string, onIssued: (certificate: CertificateView) => void): Issuing {
  const change = useChange('certificate.issue');
  const name = useRef(initial);
  const [nameError, setNameError] = useState<string>();

  const issue = () => {
    const { issues } = v.safeParse(nameSchema, name.current);
    setNameError(issues?.[0].message);
    if (issues) return;
    void change.send({ holderName: name.current }).then((result) => {
      if (result.ok) onIssued(result.data);
      else setNameError(result.error.fields?.holderName);
    });
  };

  return {
    typeName: (text) => {
      name.current = text;
    },
    issue,
    busy: change.busy,
    nameError,
    error: change.error === null || change.error.fields?.holderName !== undefined ? null : change.error.message,
  };
}

export interface Saving {
  /** This device drew no picture, so there is none to save. */
  readonly undrawable: boolean;
  readonly onDrawn: (canvas: DrawnCanvas | null) => void;
  readonly save: () => void;
  readonly busy: boolean;
  readonly outcome: ImageSaved | null;
  /** Opens the settings, and saves if that allowed it. */
  readonly allow: () => void;
}

export function useSaving(fileName: string): Saving {
  const canvas = useRef<DrawnCanvas | null>(null);
  const [undrawable, setUndrawable] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ImageSaved | null>(null);

  const onDrawn = useCallback((picture: DrawnCanvas | null) => {
    canvas.current = picture;
    setUndrawable(picture === null);
    setOutcome(null);
  }, []);

  const save = () => {
    if (canvas.current === null || busy) return;
    setBusy(true);
    void saveImage(canvas.current, fileName).then((result) => {
      setBusy(false);
      setOutcome(result);
    });
  };

  const allow = () => {
    void allowInSettings('scope.writePhotosAlbum').then((allowed) => {
      if (allowed) save();
    });
  };

  return { undrawable, onDrawn, save, busy, outcome, allow };
}
