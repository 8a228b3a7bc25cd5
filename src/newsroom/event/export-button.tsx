import { Button } from '../../components/controls/button';
import { useChange } from '../../hooks/use-change';
import { notify } from '../../platform/notify';
import { saveWorkbook } from '../../platform/device/save-file';

/** Who booked, with firms, as a workbook; the log notes who took it. */
export function ExportButton({ eventId }: { eventId: string }) {
  const { busy, send } = useChange('event.export');
  const save = async () => {
    const result = await send({ id: eventId });
    if (!result.ok) notify(result.error.message);
    // It is in one answer alone; that one was lost on the way.
    else if (result.data.base64 === null) notify('文件没有传回来，请再导出一次');
    else if (!(await saveWorkbook(result.data.name, result.data.base64))) notify('文件没有保存成功，请重试');
  };
  return <Button look='quiet' text='导出名单 Excel' busy={busy} onPress={() => void save()} />;
}
