import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { call } from '../../platform/call';
import { forgetPerson } from '../../platform/request/filing';
import { forgetSession } from '../../platform/session';
import styles from './index.module.scss';

/** For who signed in at this desktop by the mini-program: the next one at it is somebody else. */
export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    // Without the network the session ends by itself within hours; this browser forgets it in any case.
    await call('session.end', {});
    forgetSession();
    forgetPerson();
    setBusy(false);
    onSignedOut();
  };
  return (
    <View className={styles.signOut}>
      <Button look='plain' text='退出这台电脑' busy={busy} onPress={() => void signOut()} />
    </View>
  );
}
