/// What a pickle may hold.
///
/// Containers are numbers of the machine's lists, so that no value nests: a pickle of a million nested tuples
/// is a flat list here, and one that holds itself is no cycle in memory.
enum PickleValue: Equatable {
    /// One of the three globals that published checkpoints name.
    enum Global: String {
        case orderedDict = "collections.OrderedDict"
        case rebuildTensor = "torch._utils._rebuild_tensor_v2"
        case floatStorage = "torch.FloatStorage"
    }

    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case text(String)
    case global(Global)
    case tuple(Int)
    case list(Int)
    case mapping(Int)
    case storage(Int)
    case tensor(Int)
}
