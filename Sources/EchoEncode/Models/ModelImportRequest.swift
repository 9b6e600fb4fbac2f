public import EchoCore
public import Foundation

/// What to import, and as what.
public struct ModelImportRequest: Sendable {
    /// A folder, or a weights file in one (`.safetensors`, `.bin`, `.pt`).
    public var source: URL
    /// The model's name; `nil` takes the folder's or the file's.
    public var name: String?
    /// The slot; `nil` is `similarity` for a template vocabulary, else `both`.
    public var slot: ModelSlot?
    /// A vocabulary file that does not lie beside the weights, such as `template_vocab.txt`; where given,
    /// those beside the weights are left alone.
    public var vocabularyFile: URL?
    /// What every output of findings by this model must say.
    public var notice: String?
    /// The version of the program that imports.
    public var importedBy: String

    /// Joins the parts.
    public init(
        source: URL, name: String? = nil, slot: ModelSlot? = nil, vocabularyFile: URL? = nil,
        notice: String? = nil, importedBy: String
    ) {
        self.source = source
        self.name = name
        self.slot = slot
        self.vocabularyFile = vocabularyFile
        self.notice = notice
        self.importedBy = importedBy
    }
}
