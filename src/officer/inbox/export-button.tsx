import { useState } from 'react';
import { Button } from '../../components/controls/button';
import { call } from '../../platform/call';
import { notify } from '../../platform/notify';
import { saveWorkbook } from '../../platform/device/save-file';
import type { Filter } from './filters/filter';

/** The list as it is narrowed now, as a workbook. */
export function ExportButton({ filter }: { filter: Filter }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const result = await call('request.export', filter);
    setBusy(false);
    if (!result.ok) notify(result.error.message);
    else if (!(await saveWorkbook(result.data.name, result.data.base64))) notify('文件没有保存成功，请重试');
  };
  return <Button look='quiet' text='导出 Excel' busy={busy} onPress={() => void save()} />;
}
