// AWS's own policies: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
export const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
/** As long as the origin says, compressed as a browser likes it, whatever cookies and query come along. */
export const CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

/** Where the files lie that are never others under the same name. */
export const PAGE_FILES = "/page/*";

/**
 * Errors that CloudFront may keep whatever the cache policy says, for ten seconds, and answer others with:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
export const ERRORS_KEPT_BY_DEFAULT = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];
