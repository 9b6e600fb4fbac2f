internal import EchoCore
internal import EchoTensor
internal import Foundation

/// The vocabulary files of an import: which there are, and that they make a tokenizer that suits the weights.
enum ImportVocabulary {
    /// Copies the files to the new model's folder and tries them.
    ///
    /// - Returns: `nil` where none was given and none lies beside the weights.
    /// - Throws: ``ModelError/badVocabulary(file:detail:)``.
    static func copy(
        _ given: URL?, beside source: ModelSource, text: TextConfiguration, to folder: StagingFolder
    ) throws(ModelError) -> ModelVocabulary? {
        let copies = try found(given, beside: source)
        guard let first = copies.first else { return nil }
        var files: [ModelFile] = []
        for (url, name) in copies {
            guard let bytes = try? bytes(of: url) else {
                throw .badVocabulary(file: url.lastPathComponent, detail: "it is not there or too large")
            }
            files.append(try folder.write(bytes, as: name.rawValue, role: .vocabulary))
        }
        let tokenizer: Tokenizer?
        do {
            tokenizer = try Tokenizer.load(folder: folder.url, contextLength: text.contextLength)
        } catch {
            throw .badVocabulary(file: first.url.lastPathComponent, detail: error.report.reason)
        }
        guard let tokenizer, tokenizer.vocabularySize <= text.vocabularySize else {
            throw .badVocabulary(
                file: first.url.lastPathComponent,
                detail: "it has \(tokenizer?.vocabularySize ?? 0) tokens, the weights \(text.vocabularySize)")
        }
        return ModelVocabulary(kind: tokenizer.kind, files: files)
    }

    private static func found(
        _ given: URL?, beside source: ModelSource
    ) throws(ModelError) -> [(url: URL, name: VocabularyFile)] {
        var isFolder: ObjCBool = true
        if let given, !FileManager.default.fileExists(atPath: given.path, isDirectory: &isFolder) {
            throw .badVocabulary(file: given.lastPathComponent, detail: "it is not there")
        }
        if let given, !isFolder.boolValue { return [(given, try kind(of: given))] }
        let folder = given ?? source.folder
        return Tokenizer.files(in: folder).map { (folder.appending(path: $0.rawValue), $0) }
    }

    /// What a file is: by its published name, or else by its ending and its first line.
    private static func kind(of file: URL) throws(ModelError) -> VocabularyFile {
        if let known = VocabularyFile(rawValue: file.lastPathComponent) { return known }
        switch file.pathExtension {
        case "gz": return .mergeArchive
        case "json": return .tokenizer
        case "txt":
            let start = (try? FileHandle(forReadingFrom: file).read(upToCount: 8)) ?? Data()
            return start.starts(with: "#version".utf8) ? .merges : .templates
        default: throw .badVocabulary(file: file.lastPathComponent, detail: "its kind is not known")
        }
    }

    private static func bytes(of file: URL) throws -> [UInt8] {
        let input = try WeightFileInput(path: file.path)
        guard input.byteCount <= VocabularyFolder.byteLimit else { throw WeightFileError.notAnArchive }
        return try input.bytes(at: 0, count: input.byteCount)
    }
}
