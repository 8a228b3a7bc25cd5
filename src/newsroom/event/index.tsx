import { useState } from 'react';
import { Tabs } from '../../components/controls/tabs';
import { Empty } from '../../components/empty';
import type { EventView } from '../../contract/booking/event';
import { Loaded } from '../../frame/loaded';
import { NotForYou } from '../../frame/workspace/not-for-you';
import { Workspace } from '../../frame/workspace/workspace';
import { useParameters } from '../../hooks/use-parameters';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useRead } from '../../hooks/use-read';
import { useReturn } from '../../hooks/use-return';
import { open, replace } from '../../platform/navigation';
import { Bookings } from './bookings';
import { EventForm } from './form/event-form';
import { Overview } from './overview';

/** One event of one's own office; without an id, a new one. */
export default function ManagedEventPage() {
  const { id } = useParameters();
  return id === undefined ? <NewEvent /> : <KnownEvent id={id} />;
}

function NewEvent() {
  const read = useRead('event.own', {});
  if (read.state.status === 'error' && read.state.error.code === 'forbidden') return <NotForYou title='添加场次' who='受理人员和编辑' />;
  return (
    <Workspace title='添加场次'>
      <Loaded read={read} rows={6}>
        {({ choices }) =>
          choices === null || choices.offices.length === 0 ? (
            <Empty icon='shield' title='您还不能添加场次' text='场次由各单位的受理人员和编辑添加。如需添加，请联系本次活动的管理员。' />
          ) : (
            <EventForm event={null} choices={choices} onSaved={({ id }) => replace('/newsroom/event/index', { id })} onLeave={() => replace('/newsroom/events/index')} />
          )
        }
      </Loaded>
    </Workspace>
  );
}

const parts = [
  { id: 'overview', text: '场次' },
  { id: 'bookings', text: '预约名单' },
] as const;

type Part = (typeof parts)[number]['id'];

function KnownEvent({ id }: { id: string }) {
  const read = useRead('event.get', { id });
  const [part, choosePart] = useState<Part>('overview');
  const [editing, setEditing] = useState(false);
  useReturn(() => void read.reload());
  usePullToRefresh(read.reload);
  const take = (event: EventView) => {
    read.replace(event);
    setEditing(false);
  };
  const leave = () => {
    setEditing(false);
    void read.reload();
  };
  return (
    <Workspace title='场次'>
      <Loaded read={read}>
        {(event) => {
          if (!event.manages) return <NotYours id={id} />;
          if (editing) return <EventForm event={event} choices={null} onSaved={take} onLeave={leave} />;
          return (
            <>
              <Tabs label='场次' tabs={parts} chosen={part} onChoose={choosePart} />
              {part === 'overview' ? <Overview event={event} onEdit={() => setEditing(true)} onCancelled={take} onConflict={() => void read.reload()} /> : <Bookings eventId={id} />}
            </>
          );
        }}
      </Loaded>
    </Workspace>
  );
}

function NotYours({ id }: { id: string }) {
  return (
    <Empty
      icon='shield'
      title='这一场由主办单位管理'
      text='您现在的身份不是主办单位的受理人员或编辑，可以查看公开的场次信息。'
      action={{ text: '看场次信息', onPress: () => open('/booking/event/index', { id }) }}
    />
  );
}
