import { View } from '@tarojs/components';
import { Button } from '../../components/controls/button';
import { Buttons } from '../../components/controls/buttons';
import { Heading } from '../../components/heading';
import { QrCode, qrModules } from '../../components/qr-code';
import { inFileName } from '../../domain/file-name';
import { isH5 } from '../../platform/environment';
import { address } from '../../platform/navigation';
import { notify } from '../../platform/notify';
import { saveImage } from '../../platform/device/save-image';
import { copyLink, linkTo } from '../../platform/sharing';
import styles from './index.module.scss';

/** The way to the event's page from a poster. WeChat knows no link to a page: there it is made on a computer. */
export function Poster({ id, title }: { id: string; title: string }) {
  const page = address('/booking/event/index', { id });
  return (
    <>
      <Heading text='海报二维码' />
      {isH5 ? (
        <View className={styles.poster}>
          <QrCode text={linkTo(page)} label={`“${title}”预约页面的二维码`} />
          <View className={styles.text}>
            <View>扫码打开这一场的预约页面，可以印在海报、通知上。</View>
            <Buttons>
              <Button look='plain' text='下载图片' onPress={() => void download(linkTo(page), title)} />
              <Button look='quiet' icon='link' text='复制链接' onPress={() => void copyLink(page)} />
            </Buttons>
          </View>
        </View>
      ) : (
        <>
          <View>请在电脑浏览器里打开本页，下载印在海报上的二维码。</View>
          <Buttons>
            <Button look='quiet' icon='link' text='复制页面路径' onPress={() => void copyLink(page)} />
          </Buttons>
        </>
      )}
    </>
  );
}

/** Of one module, so that a poster of a metre is sharp. */
const PIXELS = 24;

async function download(text: string, title: string): Promise<void> {
  const { size, runs } = qrModules(text);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * PIXELS;
  const brush = canvas.getContext('2d');
  if (brush === null) {
    notify('这台设备不能生成图片，请换一个浏览器');
    return;
  }
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = 'black';
  for (const { x, y, length } of runs) brush.fillRect(x * PIXELS, y * PIXELS, length * PIXELS, PIXELS);
  await saveImage(canvas, `${inFileName(title)}-预约二维码.png`);
}
