import { View } from '@tarojs/components';
import { Button } from '../../../components/controls/button';
import { Buttons } from '../../../components/controls/buttons';
import { DateField, TimeField } from '../../../components/form/date-field';
import { SelectField } from '../../../components/form/select-field';
import { TextField } from '../../../components/form/text-field';
import { Heading } from '../../../components/heading';
import { Notice } from '../../../components/notice';
import type { EventView } from '../../../contract/booking/event';
import styles from './event-form.module.scss';
import { useEventForm, type Choices, type EventFormState, type Filling, type Moment } from './use-event-form';

interface EventFormProps {
  /** Null for a new one. */
  readonly event: EventView | null;
  /** What a new one can be of. */
  readonly choices: Choices | null;
  readonly onSaved: (event: EventView) => void;
  readonly onLeave: () => void;
}

const momentLabels = {
  startsAt: ['开始日期', '开始时间'],
  endsAt: ['结束日期', '结束时间'],
  bookingOpensAt: ['开始预约的日期', '开始预约的时间'],
  bookingClosesAt: ['截止预约的日期', '截止预约的时间'],
} as const satisfies Record<Moment, readonly [string, string]>;

/** Makes an event, or changes it. */
export function EventForm({ event, choices, onSaved, onLeave }: EventFormProps) {
  const form = useEventForm({ event, choices, onSaved });
  const { filling, mistakes, busy, failure, choose, save } = form;
  const wrong = Object.keys(mistakes).length;
  return (
    <View className={styles.form}>
      {event === null ? null : <Heading text='修改场次' />}
      {choices === null ? null : (
        <>
          <SelectField
            id='activityId'
            label='所属活动'
            choices={choices.activities.map(({ id, number, title }) => ({ id, name: `第 ${number} 项 ${title}` }))}
            chosen={filling.activityId}
            error={mistakes.activityId}
            onChoose={(activityId) => choose({ activityId })}
          />
          {choices.offices.length < 2 ? null : (
            <SelectField id='officeId' label='主办单位' choices={choices.offices} chosen={filling.officeId} error={mistakes.officeId} onChoose={(officeId) => choose({ officeId })} />
          )}
        </>
      )}
      <Text form={form} id='title' label='场次名称' help='2 到 40 个字，写清做什么，如“食品检测实验室开放日（第一场）”。' />
      <Text form={form} id='address' label='地点' help='写到门牌和房间，方便参加的人找到。' />
      <MomentFields form={form} moment='startsAt' />
      <MomentFields form={form} moment='endsAt' />
      <MomentFields form={form} moment='bookingOpensAt' />
      <MomentFields form={form} moment='bookingClosesAt' />
      <View className={styles.numbers}>
        <Text form={form} id='capacity' label='名额' type='digits' />
        <Text form={form} id='waitingLimit' label='候补人数上限' help='不设候补填 0。' type='digits' />
        <Text form={form} id='offerHours' label='空位保留几小时' help='有空位时为候补的人保留多久。' type='digits' />
      </View>
      <Text form={form} id='audience' label='面向人群（选填）' help='如“进出口食品企业质量管理人员”。' />
      <Text form={form} id='bring' label='参加须知（选填）' help='要带什么、注意什么、怎么到。' multiline />
      {wrong === 0 ? null : (
        <Notice tone='wrong' alert>
          {`还有 ${wrong} 处需要修改，已在上面标出。`}
        </Notice>
      )}
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {failure.message}
        </Notice>
      )}
      <Buttons>
        <Button text={event === null ? '添加并开放预约' : '保存修改'} busy={busy} onPress={() => void save()} />
        <Button look='quiet' text='不保存，返回' disabled={busy} onPress={onLeave} />
      </Buttons>
    </View>
  );
}

interface TextProps {
  readonly form: EventFormState;
  readonly id: Exclude<keyof Filling, Moment | 'activityId' | 'officeId'>;
  readonly label: string;
  readonly help?: string;
  readonly type?: 'digits';
  readonly multiline?: boolean;
}

function Text({ form: { initial, mistakes, type: put }, id, ...field }: TextProps) {
  return <TextField {...field} id={id} initial={initial[id]} error={mistakes[id]} onInput={(text) => put({ [id]: text })} />;
}

/** A day and a time of day, side by side where there is room. */
function MomentFields({ form: { filling, mistakes, choose }, moment }: { form: EventFormState; moment: Moment }) {
  const chosen = filling[moment];
  const [date, time] = momentLabels[moment];
  return (
    <View className={styles.moment}>
      <DateField id={moment} label={date} error={mistakes[moment]} chosen={chosen.date} onChoose={(day) => choose({ [moment]: { ...chosen, date: day } })} />
      <TimeField id={`${moment}-time`} label={time} chosen={chosen.time} onChoose={(hour) => choose({ [moment]: { ...chosen, time: hour } })} />
    </View>
  );
}
