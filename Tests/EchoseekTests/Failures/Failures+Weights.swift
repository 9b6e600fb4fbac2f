import EchoTensor

extension Failures {
    static let tensor: [TensorError] = [
        .unopenable(status: 2), .unopenable(status: 13), .truncated(bytes: 3, needed: 8),
        .oversizedHeader(bytes: 1 << 40, limit: 100_000_000), .unreadableHeader,
        .unknownType(tensor: "a.weight", type: "F8"), .wrongExtent(tensor: "a.weight", bytes: 4, expected: 8),
        .wrongLayout(tensor: "a.weight", offset: 4, expected: 0), .missing(tensor: "a.weight"),
        .wrongType(tensor: "a.weight", type: "I64", expected: "floating point"),
    ]

    static let weights: [WeightFileError] = [
        .system(call: "open", status: 13), .system(call: "write", status: 28), .notRegular, .notAnArchive,
        .legacyCheckpoint, .badArchive(what: "two entries overlap"), .compressedEntry(method: 8),
        .damagedEntry(name: "archive/data/0"), .refusedGlobal(name: "os.system"),
        .refusedOpcode(name: "INST", at: 17), .refusedCall(what: "a call of a list"),
        .badPickle(what: "the stack is empty", at: 3), .tooLarge(what: "tensors", found: 2, limit: 1),
        .badTensor(name: "a.weight", what: "it reaches beyond its storage"), .noTensors,
        .wrongLength(tensor: "a.weight", found: 4, expected: 8),
    ]
}
