export default definePageConfig({ navigationBarTitleText: '线上展厅', enableShareAppMessage: true, enableShareTimeline: true });
