import EchoCore
import EchoIndex
import EchoService

extension Failures {
    static let index: [IndexError] = [
        .busy, .noIndex, .newerFormat(found: 2, supported: 1), .damaged(table: "clips", row: 3),
        .damaged(table: "database", row: nil), .mixedSpace(slot: .prompt, differing: [.frames, .mask]),
        .noSpace(slot: .similarity), .notFound(.study), .ambiguous(.clip, count: 2), .diskFull, .denied,
        .readOnly, .targetNotEmpty, .damagedBackup, .cancelled, .system(code: 5),
    ]

    static let input: [InputError] = [
        .folderLoop, .unreadableFolder, .missing, .unreadable, .notRegular, .companion,
    ]

    static let service: [ServiceError] = [
        .configuration(problem: "the file is not valid YAML"),
        .setting(.threads, found: "many", expected: "a number from 1 to 256"), .noModel(available: 0),
        .noModel(available: 2), .table(problem: "there is no `path`", line: 3),
        .table(problem: "the file is not UTF-8 text", line: 0), .otherModel(named: "b", index: "a"),
        .missingModel(name: "a"), .unknownPrecision(name: "fp8"), .noUsableClip, .noSuchSubject,
        .noSuchStudy(.second), .noShippedData,
        .yaml(problem: "line 3 has no key"), .noPromptSet(name: "wings"),
        .wrongSlot(found: .similarity, needed: .prompt), .noReadout(name: "ef", model: "echo-clip"),
        .otherReadout(name: "ef", model: "phantom"),
    ]
}
