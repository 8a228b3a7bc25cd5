export default definePageConfig({ navigationBarTitleText: '请专家上门' });
