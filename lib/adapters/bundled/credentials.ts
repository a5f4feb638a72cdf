/**
 * Stands in for the SDK's search for credentials in bundles: Lambda gives a function those of its role in the environment,
 * and a bundle need not carry profiles, single sign-on and metadata of machines.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const { AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error("there are no credentials in the environment");
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
