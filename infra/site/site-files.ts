import * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { PackedFile, PackedSite } from "../../pack/pack-site.js";
import type { StackConfig } from "../stack-config.js";

/** What the page is told by the stack. */
export interface SiteSettings {
  readonly signIn: {
    readonly authority: pulumi.Input<string>;
    readonly clientId: pulumi.Input<string>;
    readonly domain: pulumi.Input<string>;
    readonly staffGroup: string;
  };
  readonly signsBody: boolean;
  readonly submissionsVisibleTo: StackConfig["submissionsVisibleTo"];
}

/** Puts the page into the bucket, and last the document that leads to all of it. */
export function siteFiles(bucket: s3.Bucket, { files }: PackedSite, settings: SiteSettings): void {
  const [assets, documents] = [true, false].map((isAsset) =>
    files.filter(({ path }) => path.startsWith("page/") === isAsset),
  ) as [PackedFile[], PackedFile[]];
  // A page that is open meanwhile still asks for the files of its own version, so they stay.
  const put = assets.map((file) => siteFile(bucket, file, { retainOnDelete: true }));
  const told = new s3.BucketObjectv2("site/settings.json", {
    bucket: bucket.id,
    key: "settings.json",
    content: pulumi.jsonStringify(settings),
    contentType: "application/json",
    cacheControl: "no-store",
  });
  for (const file of documents) siteFile(bucket, file, { dependsOn: [...put, told] });
}

function siteFile(
  bucket: s3.Bucket,
  { path, file, contentType, cacheControl }: PackedFile,
  options: pulumi.CustomResourceOptions,
): s3.BucketObjectv2 {
  return new s3.BucketObjectv2(
    `site/${path}`,
    {
      bucket: bucket.id,
      key: path,
      source: new pulumi.asset.FileAsset(file),
      contentType,
      cacheControl,
    },
    options,
  );
}
