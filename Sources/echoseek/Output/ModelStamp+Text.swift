import EchoService

extension ModelStamp {
    /// The model, and what it wants said.
    var lines: [String] { ["Model: \(model)"] + (modelNotice.map { ["Note: \($0)"] } ?? []) }
}
