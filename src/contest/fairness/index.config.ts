export default definePageConfig({ navigationBarTitleText: '公平说明', enablePullDownRefresh: true });
