import { View } from '@tarojs/components';
import { essayStateHues } from '../../components/essay/essay-state-hues';
import { EssayText } from '../../components/essay/essay-text';
import { Tag } from '../../components/tag';
import type { EssayView } from '../../contract/essay';
import { monthDayTime } from '../../domain/china-time';
import { essayStateNames } from '../../domain/essay/state';
import { Loaded } from '../../frame/loaded';
import { Workspace } from '../../frame/workspace/workspace';
import { useParameters } from '../../hooks/use-parameters';
import { useRead } from '../../hooks/use-read';
import styles from './index.module.scss';
import { Review } from './review';

export default function ReviewEssayPage() {
  const { id = '' } = useParameters();
  const read = useRead('essay.get', { id });
  return (
    <Workspace title='评审作品'>
      <Loaded read={read}>
        {(essay) => (
          <>
            <Standing essay={essay} />
            <EssayText essay={essay} />
            {/* Another version begins with an empty form. */}
            <Review key={essay.version} essay={essay} onChanged={() => void read.reload()} />
          </>
        )}
      </Loaded>
    </Workspace>
  );
}

function Standing({ essay: { state, submittedAt, phone, note, appreciationCount } }: { essay: EssayView }) {
  return (
    <View className={styles.standing}>
      <View className={styles.head}>
        <Tag text={essayStateNames[state]} hue={essayStateHues[state]} />
        <View>{`${monthDayTime(submittedAt)}提交`}</View>
        {state === 'accepted' ? <View>{`${appreciationCount} 人赞赏`}</View> : null}
      </View>
      <View>{phone === null ? '联系电话已按期删除' : `联系电话 ${phone}，仅用于评审联系`}</View>
      {note === null ? null : <View>{`评审意见：${note}`}</View>}
    </View>
  );
}
