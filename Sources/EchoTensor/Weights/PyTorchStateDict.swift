/// The tensors of an unpickled checkpoint, by name.
struct PyTorchStateDict {
    /// A tensor with its name.
    struct Entry {
        let name: String
        let layout: PyTorchLayout
    }

    let tensors: [Entry]
    let ignored: [String]

    private static let outer = "state_dict"
    private static let prefix = "module."

    /// Finds the state dict at the top or one level below, and drops a `module.` that every name has.
    init(_ root: PickleValue, in machine: PickleMachine) throws(WeightFileError) {
        let top = try Self.items(of: root, in: machine)
        var items = top
        if let inner = top.first(where: { $0.name == Self.outer }), case .mapping = inner.value {
            items = try Self.items(of: inner.value, in: machine)
        }
        var tensors: [Entry] = []
        var ignored: [String] = []
        for item in items {
            switch item.value {
            case .tensor(let index): tensors.append(Entry(name: item.name, layout: machine.tensors[index]))
            case .global, .storage: throw machine.reader.bad("an item is neither a tensor nor a plain value")
            default: ignored.append(item.name)
            }
        }
        guard !tensors.isEmpty else { throw .noTensors }
        if tensors.allSatisfy({ $0.name.hasPrefix(Self.prefix) }) {
            tensors = tensors.map {
                Entry(name: String($0.name.dropFirst(Self.prefix.count)), layout: $0.layout)
            }
        }
        self.tensors = tensors.sorted { $0.name < $1.name }
        self.ignored = ignored
    }

    /// A dictionary's items whose keys are texts, each once.
    private static func items(
        of value: PickleValue, in machine: PickleMachine
    ) throws(WeightFileError) -> [(name: String, value: PickleValue)] {
        guard case .mapping(let index) = value else { throw .noTensors }
        var items: [(name: String, value: PickleValue)] = []
        var names: Set<String> = []
        for pair in machine.mappings[index].pairs {
            guard case .text(let name) = pair.key else { continue }
            guard !name.isEmpty, name.utf8.count <= 512, names.insert(name).inserted else {
                throw machine.reader.bad("two items of a state dict have one name, or one has none")
            }
            items.append((name, pair.value))
        }
        return items
    }
}
