export default definePageConfig({ navigationBarTitleText: '名录', enableShareAppMessage: true, enableShareTimeline: true });
