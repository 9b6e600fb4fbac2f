/// Pickles, opcode by opcode; the names are `pickletools`'.
public enum PickleText {
    /// PROTO 2.
    public static let start: [UInt8] = [0x80, 2]
    /// MARK.
    public static let mark: [UInt8] = [0x28]
    /// STOP.
    public static let stop: [UInt8] = [0x2E]
    /// REDUCE.
    public static let reduce: [UInt8] = [0x52]
    /// BUILD.
    public static let build: [UInt8] = [0x62]
    /// TUPLE.
    public static let tuple: [UInt8] = [0x74]
    /// EMPTY_TUPLE.
    public static let emptyTuple: [UInt8] = [0x29]
    /// EMPTY_DICT.
    public static let dict: [UInt8] = [0x7D]
    /// SETITEM.
    public static let setItem: [UInt8] = [0x73]
    /// SETITEMS.
    public static let setItems: [UInt8] = [0x75]
    /// BINPERSID.
    public static let persistent: [UInt8] = [0x51]
    /// An empty OrderedDict.
    public static let orderedDict: [UInt8] = global("collections", "OrderedDict") + emptyTuple + reduce

    /// GLOBAL.
    public static func global(_ module: String, _ name: String) -> [UInt8] {
        [0x63] + Array("\(module)\n\(name)\n".utf8)
    }

    /// BINUNICODE.
    public static func text(_ text: String) -> [UInt8] {
        [0x58] + StoredZip.little(text.utf8.count, 4) + Array(text.utf8)
    }

    /// BININT where it fits, else LONG1.
    public static func int(_ number: Int) -> [UInt8] {
        Int32(exactly: number) == nil
            ? [0x8A, 8] + StoredZip.little(number, 8) : [0x4A] + StoredZip.little(number, 4)
    }

    /// A tuple of numbers.
    public static func ints(_ numbers: [Int]) -> [UInt8] { mark + numbers.flatMap(int) + tuple }

    /// A float storage of so many numbers.
    public static func storage(_ key: String, _ count: Int) -> [UInt8] {
        mark + text("storage") + global("torch", "FloatStorage") + text(key) + text("cpu") + int(count)
            + tuple
            + persistent
    }

    /// A tensor, row-major unless the strides are given.
    public static func tensor(
        _ key: String, _ count: Int, offset: Int = 0, _ shape: [Int], strides: [Int]? = nil
    ) -> [UInt8] {
        let steps = strides ?? shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
        return global("torch._utils", "_rebuild_tensor_v2") + mark + storage(key, count) + int(offset)
            + ints(shape) + ints(steps) + [0x89] + orderedDict + tuple + reduce
    }

    /// An OrderedDict of named values.
    public static func named(_ items: [(String, [UInt8])]) -> [UInt8] {
        orderedDict + mark + items.flatMap { text($0.0) + $0.1 } + setItems
    }

    /// A whole checkpoint of one pickle (without start and stop) and its storages.
    public static func checkpoint(_ body: [UInt8], _ storages: [[UInt8]]) -> [UInt8] {
        archive(body, storages).bytes
    }

    /// The same, before it is put together.
    public static func archive(_ body: [UInt8], _ storages: [[UInt8]]) -> StoredZip {
        StoredZip(
            [
                .init("archive/data.pkl", start + body + stop),
                .init("archive/byteorder", Array("little".utf8)),
            ]
                + storages.enumerated().map { .init("archive/data/\($0.offset)", $0.element) }
                + [.init("archive/version", Array("3\n".utf8))])
    }
}
