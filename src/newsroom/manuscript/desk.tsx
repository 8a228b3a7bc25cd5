import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tabs } from '../../components/controls/tabs';
import { Tag } from '../../components/tag';
import { Notice } from '../../components/notice';
import { articleKindNames } from '../../contract/article';
import { stateLabels, type ManuscriptState } from '../../domain/manuscript/state';
import { useWide } from '../../hooks/use-wide';
import { stateHues } from '../shared/state-hues';
import { detailsOf } from './compare/contents';
import { PointList } from './check/point-list';
import { pointsOf, type Point } from './check/points';
import type { Check } from './check/use-check';
import { useCoverUrl } from './fields/use-cover-url';
import { Flow } from './flow/flow';
import styles from './index.module.scss';
import type { Part } from './parts';
import { headOf } from './preview/head-of';
import { Preview } from './preview/preview';
import { Conflict } from './saving/conflict';
import { SaveLine } from './saving/save-line';
import type { Desk as OnDesk } from './use-desk';
import { Versions } from './versions/versions';
import { Closed, questionBefore, Writing, type Going } from './writing';

interface DeskProps {
  readonly desk: OnDesk;
  readonly check: Check;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
}

/** One manuscript: on a desktop the text beside what is made of it, on a phone one of them at a time. */
export function Desk({ desk, check, part, onPart }: DeskProps) {
  const wide = useWide();
  const { view, content, save } = desk;
  const [going, setGoing] = useState<Going | null>(null);
  const [openedIn, setOpenedIn] = useState<ManuscriptState | null>(null);
  const isOpen = view.may.includes('save') && (questionBefore(view) === null || openedIn === view.state);
  const coverUrl = useCoverUrl(view, content);
  const mistakes = save.kind === 'refused' ? save.fields : {};
  const points = pointsOf(check.last, mistakes);
  const parts = partsOf(wide, isOpen, points.length);
  const shown = parts.find(({ id }) => id === part)?.id ?? parts[0].id;

  const go = (point: Point) => {
    if (!wide) onPart('write');
    setGoing((before) => ({ turn: (before?.turn ?? 0) + 1, point }));
  };

  const choose = (chosen: Part) => {
    setGoing(null);
    onPart(chosen);
  };

  if (save.kind === 'conflict') {
    return <Conflict mine={content} conflict={save} onTakeTheirs={desk.takeTheirs} onPutMine={() => void desk.putOver()} />;
  }
  const writing = isOpen ? <Writing key={desk.replaced} desk={desk} cover={coverUrl} mistakes={mistakes} going={going} /> : <Closed desk={desk} onOpen={() => { setOpenedIn(view.state); }} />;
  const preview = <Preview head={headOf(content, view, coverUrl.url)} details={detailsOf(content, view.choices)} check={check} />;
  return (
    <View>
      <View className={styles.head}>
        <Tag text={stateLabels[view.state]} hue={stateHues[view.state]} />
        <View className={styles.where}>{`${articleKindNames[content.kind]} · ${view.officeName}`}</View>
        <SaveLine save={save} edited={view.edited} onRetry={() => void desk.flush()} />
      </View>
      {desk.restored ? <Notice tone='info'>已恢复这台设备上没有保存完的内容。</Notice> : null}
      <View className={styles.split}>
        {wide ? <View>{writing}{isOpen ? null : preview}</View> : null}
        <View className={styles.side}>
          <Tabs label='稿件的各部分' tabs={parts} chosen={shown} onChoose={choose} />
          {shown === 'write' ? writing : null}
          {shown === 'preview' ? preview : null}
          {shown === 'check' ? <PointList check={check} points={points} onGo={isOpen ? go : null} /> : null}
          {shown === 'flow' ? <Flow desk={desk} mustCount={points.filter(({ must }) => must).length} onShowPoints={() => { onPart('check'); }} /> : null}
          {shown === 'versions' ? <Versions desk={desk} /> : null}
        </View>
      </View>
    </View>
  );
}

interface PartTab {
  readonly id: Part;
  readonly text: string;
}

/** On a desktop the text stands beside them, or the preview where the text is not being written. */
function partsOf(wide: boolean, isOpen: boolean, pointCount: number): readonly [PartTab, ...PartTab[]] {
  const check: PartTab = { id: 'check', text: pointCount === 0 ? '检查' : `检查 ${pointCount}` };
  const flow: PartTab = { id: 'flow', text: '流程' };
  const versions: PartTab = { id: 'versions', text: '版本' };
  const preview: PartTab = { id: 'preview', text: '预览' };
  if (!wide) return [{ id: 'write', text: '编辑' }, preview, check, flow, versions];
  return isOpen ? [preview, check, flow, versions] : [flow, check, versions];
}
