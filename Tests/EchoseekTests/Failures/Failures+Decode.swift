import EchoDecode

extension Failures {
    static let decode: [DecodeError] =
        [
            .unopenable(status: 2), .unopenable(status: 13), .empty, .unreadable(status: -1_094_995_529),
            .notRegular(what: "a folder"), .noVideoStream(streams: 1), .unsupportedCodec(name: "vp9"),
            .noFrames, .truncated(held: 11, declared: 120), .cutShort(held: 90_000, declared: 1_000_000),
            .damagedFrame(index: 7, status: -1),
            .tooLarge(what: "pixels", found: 10_000_000, limit: 1_000_000),
            .notEncoded(status: -22), .notWritten(status: 2), .notAnImage(sopClass: "Basic Text SR"),
            .directory, .noPixelData, .damagedHeader(field: "Rows", found: -1),
            .unsupported(what: "JPEG XL"), .notAReport(sopClass: "unknown"),
        ] + FileKind.allCases.filter { !$0.mayHoldClip }.map { .notAClip($0) }
}
