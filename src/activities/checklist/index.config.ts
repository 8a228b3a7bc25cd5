export default definePageConfig({ navigationBarTitleText: '自查清单', enableShareAppMessage: true, enableShareTimeline: true });
