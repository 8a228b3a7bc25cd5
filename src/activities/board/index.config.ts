export default definePageConfig({ navigationBarTitleText: '活动进展', enableShareAppMessage: true, enableShareTimeline: true });
