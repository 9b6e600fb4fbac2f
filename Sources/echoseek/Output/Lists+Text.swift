import EchoCore
import EchoIndex
import EchoService
import Foundation

extension StudyLine {
    static func lines(_ items: [StudyLine], on terminal: Terminal) -> [String] {
        var table = TextTable(
            ["study", "date", "patient", "clips", "usable", "report", "name"], flexible: "name")
        for item in items {
            table.add([
                item.study.text, item.date ?? "-", item.patient?.text ?? "-", String(item.clips),
                String(item.usableClips), item.hasReport ? "yes" : "no", item.studyKey ?? "-",
            ])
        }
        return table.lines(on: terminal)
    }
}

extension ClipLine {
    static func lines(_ items: [ClipLine], on terminal: Terminal) -> [String] {
        var table = TextTable(
            ["clip", "study", "kind", "view", "frames", "used", "mask", "file"], flexible: "file")
        for item in items {
            table.add([
                item.clip.text, item.study.text, item.kind.rawValue, item.view ?? "-",
                String(item.frameCount), String(item.framesUsed), item.maskMethod ?? "none",
                Names.last(item.path),
            ])
        }
        return table.lines(on: terminal)
    }
}

extension LeftOutFile {
    static func lines(_ items: [LeftOutFile], on terminal: Terminal) -> [String] {
        var table = TextTable(["state", "file", "reason"], flexible: "file")
        for item in items { table.add([item.state.rawValue, Names.last(item.path), item.reason]) }
        return table.lines(on: terminal)
    }
}

extension StoredRun {
    static func lines(_ items: [StoredRun], on terminal: Terminal) -> [String] {
        var table = TextTable(["run", "started", "finished"] + ItemState.allCases.map(\.rawValue))
        for item in items {
            table.add(
                [
                    String(item.id.number), item.started.ISO8601Format(),
                    item.finished?.ISO8601Format() ?? "not finished",
                ] + ItemState.allCases.map { String(item.counts[$0] ?? 0) })
        }
        return table.lines(on: terminal)
    }
}
