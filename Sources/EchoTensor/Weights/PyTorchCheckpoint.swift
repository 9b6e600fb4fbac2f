/// A state dict as `torch.save` writes it since 1.6: a zip archive of a pickle and the tensors' storages.
///
/// Nothing in the file is run. The pickle may name three globals (`collections.OrderedDict`,
/// `torch._utils._rebuild_tensor_v2`, `torch.FloatStorage`), and every offset, stride and extent is checked
/// against the bytes that are there. An outer `{"state_dict": …}` and a `module.` prefix are dropped.
///
/// - Source: the formats as `torch.save` 2.13 writes them; PKWARE APPNOTE 6.3; Python's `pickletools`.
public struct PyTorchCheckpoint: Sendable {
    /// The tensors, by name.
    public let tensors: [WeightTensor]
    /// Entries of the state dict that are no tensors, such as `epoch`, by name.
    public let ignored: [String]

    let input: WeightFileInput
    let layouts: [String: PyTorchLayout]

    /// Numbers handed out at once.
    static let chunk = 1 << 20
}
