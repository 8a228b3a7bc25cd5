export default definePageConfig({ navigationBarTitleText: '微课堂', enableShareAppMessage: true, enableShareTimeline: true });
