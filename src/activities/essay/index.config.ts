export default definePageConfig({ navigationBarTitleText: '征文作品', enableShareAppMessage: true, enableShareTimeline: true });
