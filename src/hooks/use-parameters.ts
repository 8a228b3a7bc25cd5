import { useRouter } from '@tarojs/taro';

/** The page's parameters, decoded; WeChat hands them over as they stand in the address, H5 decoded already. */
export function useParameters(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (typeof value === 'string' ? [[name, decode(value)]] : [])),
  );
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
