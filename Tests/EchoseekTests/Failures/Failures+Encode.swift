import EchoEncode
import EchoTensor

extension Failures {
    static let encode: [EncodeError] = [
        .weights(.unreadableHeader), .missingTensor(key: "a.weight", expected: [2, 3]),
        .wrongShape(key: "a.weight", found: [3, 2], expected: [2, 3]),
        .unknownArchitecture(reason: "The image size is 7, not a multiple of 32 from 32 to 1024."),
        .textless(model: "echo-clip"), .noTokens, .tooManyTokens(count: 80, limit: 77),
        .unknownToken(id: 600, vocabularySize: 525), .unwritable(status: 28),
    ]

    static let mask: [MaskError] = [
        .noFrames, .noSector(share: 0.01, atLeast: 0.05), .noDominantRegion(share: 0.4, atLeast: 0.6),
        .implausibleCoverage(found: 0.95, from: 0.1, to: 0.9),
        .poorFit(explained: 0.7, filled: 0.5, explainedAtLeast: 0.9, filledAtLeast: 0.6),
        .residue(pixels: 40, atMost: 12),
    ]

    static let tokenize: [TokenizeError] = [
        .unreadable(file: .merges), .tooLarge(file: .tokenizer, limit: 1 << 26),
        .damagedArchive(file: .mergeArchive, status: -3), .notText(file: .merges),
        .malformedLine(file: .merges, line: 3, found: "1 symbols", expected: "2"),
        .malformedJSON(file: .tokenizer, expected: "a BPE model with its merges and its vocabulary"),
        .inconsistent(file: .vocabulary, found: "id 5", expected: "id 4"), .emptyVocabulary(file: .templates),
        .contextTooShort(found: 1), .textTooLong(characters: 2_000_000, limit: 1_000_000),
        .nothingRecognized(characters: 12),
    ]

    static let model: [ModelError] = [
        .invalidName, .nameTaken(name: "echo-clip"), .notFound(name: "echo-clip"), .importRunning, .noSource,
        .noWeights, .ambiguousWeights(names: ["a.bin", "b.bin"]), .weights(.notAnArchive),
        .safetensors(.unreadableHeader), .notFinite(tensor: "a.weight"),
        .unsupportedArchitecture(what: "a vision transformer"),
        .badConfiguration(file: "config.json", detail: "it is not JSON"),
        .tensorMismatch(missing: ["a.weight"], extra: [], misshapen: ["b.weight"]),
        .badVocabulary(file: "merges.txt", detail: "it is not there"),
        .badManifest(name: "echo-clip", detail: "it is not JSON"),
        .newerManifest(name: "echo-clip", version: 9),
        .damaged(role: .weights, file: "weights.safetensors", state: .damaged),
        .system(call: "rename", status: 28), .system(call: "open", status: 13), .cancelled,
    ]
}
