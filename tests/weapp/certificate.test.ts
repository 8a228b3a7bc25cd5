import { run } from '../support/running-app';
import { takeContest } from '../support/samples/sample-contest';
import { dataOf } from '../support/server';
import { engines } from './host/engines';
import { ApiFailure } from './host/wx/api';

jest.setTimeout(60_000);

/** The certificate's page as somebody who has one. */
async function openCertificate(engine: (typeof engines)[number]) {
  const { app } = await run({ engine }, async (server) => {
    const citizen = await server.as('citizen');
    await takeContest(server, citizen);
    dataOf(await citizen.call('certificate.issue', { holderName: '李明' }));
    return { path: 'contest/certificate/index', storage: { session: citizen.token } };
  });
  app.answer('canvasToTempFilePath', () => ({ tempFilePath: 'wxfile://tmp/certificate.png' }));
  return app;
}

const refuse = (errMsg: string, errno?: number) => () => {
  throw new ApiFailure(errMsg, errno === undefined ? {} : { errno });
};

describe.each(engines)('the certificate in the compiled mini-program, drawn by $name', (engine) => {
  it('is drawn on a canvas and saved to the album', async () => {
    const app = await openCertificate(engine);
    expect(app.page().find({ role: 'img' }).attributes['aria-label']).toMatch(/李明.*100 分/);
    await app.page().tap('保存为图片');
    expect(app.calls('canvasToTempFilePath')).toMatchObject([{ options: { fileType: 'png', width: 1500, height: 2120, destWidth: 1500, destHeight: 2120 } }]);
    expect(app.calls('saveImageToPhotosAlbum')).toMatchObject([{ options: { filePath: 'wxfile://tmp/certificate.png' } }]);
    expect(app.page().text()).toContain('已保存到手机相册');
  });

  it('leads to the settings where the album is not allowed, and saves once it is', async () => {
    const app = await openCertificate(engine);
    app.answer('saveImageToPhotosAlbum', refuse('auth deny'));
    app.answer('openSetting', () => ({ authSetting: { 'scope.writePhotosAlbum': false } }));
    await app.page().tap('保存为图片');
    expect(app.page().text()).toContain('您没有允许本小程序添加图片到相册');
    await app.page().tap('去设置里允许');
    expect(app.calls('saveImageToPhotosAlbum')).toHaveLength(1);
    app.answer('openSetting', () => ({ authSetting: { 'scope.writePhotosAlbum': true } }));
    app.answer('saveImageToPhotosAlbum', () => ({}));
    await app.page().tap('去设置里允许');
    expect(app.page().text()).toContain('已保存到手机相册');
  });

  it.each([
    ['the privacy guide was not agreed to', refuse('privacy permission is not authorized', 104), '图片没有保存'],
    ['the person thought better of it', refuse('cancel'), '图片没有保存'],
    ['the phone could not', refuse('file not found'), '没有保存成功'],
  ])('says so when %s', async (_, failure, words) => {
    const app = await openCertificate(engine);
    app.answer('saveImageToPhotosAlbum', failure);
    await app.page().tap('保存为图片');
    expect(app.page().text()).toContain(words);
  });
});
