export default definePageConfig({ navigationBarTitleText: '活动内容', enableShareAppMessage: true, enableShareTimeline: true });
