import EchoHTTP

extension Failures {
    static let http: [HTTPFailure] = [
        .head(field: 16_384, all: 32_768, fields: 100), .noRoute, .wrongMethod(allowed: ["GET", "HEAD"]),
        .tooLarge(limit: 4_194_304),
        .mediaType(expected: ["application/dicom", "video/mp4"]), .body(problem: "it is empty"),
        .empty(name: "input"),
        .field(name: "limit", expected: "a whole number from 1 to 1000"),
        .parameter(name: "kind", expected: "one of b-mode, color"), .range(size: 100), .slow, .noUpload,
        .uploadsFull(limit: 16), .noSet, .noModel, .dimensions(found: 3, expected: 512), .noKey, .badKey,
        .scope(needed: "admin"), .othersJob, .foreignSite, .foreignHost, .tooMany(retryAfter: 2), .ending,
        .unprotected(missing: "certificate"), .unprotected(missing: "key"), .certificate,
        .address(port: 8417), .defect,
    ]
}
