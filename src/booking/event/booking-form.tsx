import { View } from '@tarojs/components';
import { CheckBox } from '../../components/controls/check-box';
import { Field } from '../../components/form/field';
import { TextField } from '../../components/form/text-field';
import { Heading } from '../../components/heading';
import { Notice } from '../../components/notice';
import type { EventView } from '../../contract/booking/event';
import styles from './index.module.scss';
import type { BookingFormState } from './use-booking-form';

/** Who comes: three fields, each with what it is for. */
export function BookingFields({ event, form }: { event: EventView; form: BookingFormState }) {
  const { initial, kept, mistakes, consent, failure, type, setConsent } = form;
  const wrong = Object.keys(mistakes).length;
  return (
    <>
      <Heading text={event.availability === 'waiting-list' ? '加入候补' : '填写预约信息'} />
      {event.availability === 'waiting-list' ? <Notice tone='promise'>{waitingWords(event)}</Notice> : null}
      <TextField id='name' label='姓名' purpose='制作入场凭证，现场签到时核对。' initial={initial.name} error={mistakes.name} onInput={(name) => type({ name })} />
      <TextField
        id='phone'
        label='联系电话'
        purpose='时间、地点有变化或活动取消时与您联系，现场签到时核对后四位。'
        type='phone'
        initial={initial.phone}
        error={mistakes.phone}
        onInput={(phone) => type({ phone })}
      />
      <TextField
        id='firmName'
        label='单位名称（选填）'
        purpose='主办单位了解有哪些单位参加。个人参加可以不填。'
        initial={initial.firmName}
        error={mistakes.firmName}
        onInput={(firmName) => type({ firmName })}
      />
      <Field id='consent' error={mistakes.consent}>
        <CheckBox checked={consent} onChange={setConsent}>
          {event.consent}
        </CheckBox>
        <View className={styles.retention}>{event.retention}</View>
      </Field>
      {wrong > 0 ? (
        <Notice tone='wrong' alert>
          {`还有 ${wrong} 处需要修改，已在上面标出。`}
        </Notice>
      ) : null}
      {failure === null ? null : (
        <Notice tone='wrong' alert>
          {`${failure.message}${kept ? '您填写的内容已保存在本机。' : '本机没有保存您填写的内容，请不要关闭本页。'}`}
        </Notice>
      )}
    </>
  );
}

const waitingWords = ({ waitingCount, offerHours }: EventView): string =>
  `名额已满，可以候补${waitingCount === 0 ? '' : `，现在有 ${waitingCount} 人在候补`}。有空位时按先后次序保留给候补的人，最长 ${offerHours} 小时，请在保留的时间内确认。`;
