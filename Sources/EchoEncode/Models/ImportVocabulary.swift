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
            files.append(try folder.write(bytes(of: url), as: name.rawValue, role: .vocabulary))
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

    private static func bytes(of file: URL) throws(ModelError) -> [UInt8] {
        func unusable(_ detail: String) -> ModelError {
            .badVocabulary(file: file.lastPathComponent, detail: detail)
        }
        let input: WeightFileInput
        do {
            input = try WeightFileInput(path: file.path)
        } catch {
            throw unusable(sentence(error))
        }
        let limit = VocabularyFolder.byteLimit
        guard input.byteCount <= limit else {
            throw unusable("it has \(input.byteCount) bytes, and the limit is \(limit)")
        }
        do {
            return try input.bytes(at: 0, count: input.byteCount)
        } catch {
            throw unusable(sentence(error))
        }
    }

    /// Why a file was not read, without the full stop.
    private static func sentence(_ error: WeightFileError) -> String {
        String(error.report.reason.dropLast())
    }
}
