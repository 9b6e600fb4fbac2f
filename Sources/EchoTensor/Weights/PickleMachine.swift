/// Runs the few opcodes of pickle protocol 2 that `torch.save` writes, and makes nothing but plain values.
///
/// - Source: Python's `pickletools`, which specifies each opcode.
struct PickleMachine {
    /// Storages by the number that the pickle calls them, with what the archive holds.
    let storageEntries: [String: ZipEntry]

    var reader: PickleReader
    var stack: [PickleValue] = []
    var marks: [Int] = []
    var memo: [Int: PickleValue] = [:]
    var tuples: [[PickleValue]] = []
    var lists: [[PickleValue]] = []
    var mappings: [PickleMapping] = []
    var storages: [ZipEntry] = []
    var tensors: [PyTorchLayout] = []
    var numbers = 0

    init(_ bytes: [UInt8], storages: [String: ZipEntry]) throws(WeightFileError) {
        guard bytes.count <= PickleLimits.bytes else {
            throw .tooLarge(what: "bytes of pickle", found: bytes.count, limit: PickleLimits.bytes)
        }
        reader = PickleReader(bytes)
        storageEntries = storages
    }

    /// Runs to the end.
    ///
    /// - Returns: the one value that is left.
    mutating func run() throws(WeightFileError) -> PickleValue {
        guard try reader.byte() == PickleOpcode.proto.rawValue, try reader.byte() == 2 else {
            throw reader.bad("it is not of protocol 2")
        }
        while true {
            let place = reader.place
            let byte = try reader.byte()
            guard let opcode = PickleOpcode(rawValue: byte), opcode != .proto else {
                throw .refusedOpcode(name: PickleOpcode.name(of: byte), at: place)
            }
            if opcode == .stop { break }
            try step(opcode)
        }
        guard reader.left == 0, marks.isEmpty, stack.count == 1 else {
            throw reader.bad("it does not end with one value")
        }
        return try pop()
    }

    /// Runs one opcode.
    private mutating func step(_ opcode: PickleOpcode) throws(WeightFileError) {
        switch opcode {
        case .proto, .stop: break
        case .none: try push(.none)
        case .newTrue: try push(.bool(true))
        case .newFalse: try push(.bool(false))
        case .binInt: try push(.int(Int(Int32(truncatingIfNeeded: try reader.number(4)))))
        case .binInt1: try push(.int(try reader.number(1)))
        case .binInt2: try push(.int(try reader.number(2)))
        case .long1: try push(.int(try reader.long()))
        case .binFloat: try push(.float(try reader.float()))
        case .binUnicode: try push(.text(try reader.text()))
        case .global: try push(.global(try reader.global()))
        case .mark: try mark()
        case .emptyTuple: try pushTuple([])
        case .tuple: try pushTuple(try popToMark())
        case .tuple1: try pushTuple(try pop(1))
        case .tuple2: try pushTuple(try pop(2))
        case .tuple3: try pushTuple(try pop(3))
        case .emptyList: try pushList()
        case .append: try append(try pop(1))
        case .appends: try append(try popToMark())
        case .emptyDict: try pushMapping(isOrdered: false)
        case .setItem: try set(try pop(2))
        case .setItems: try set(try popToMark())
        case .binPut: try keep(at: try reader.number(1))
        case .longBinPut: try keep(at: try reader.number(4))
        case .binGet: try recall(try reader.number(1))
        case .longBinGet: try recall(try reader.number(4))
        case .binPersID: try pushStorage()
        case .reduce: try call()
        case .build: try build()
        }
    }
}
