import EchoIndex
import EchoService

extension IndexBackup {
    /// What was done, in words.
    func lines(_ verb: String) -> [String] {
        let first = "\(verb) \(Counted.studies(index.studies)), \(Counted.of(index.clips, "clip"))"
        guard let service else { return [first + "."] }
        let originals = service.originals.map { Counted.of($0, "original") } ?? "no originals"
        let waiting = service.uploads > 0 ? ", \(Counted.of(service.uploads, "file")) that wait" : ""
        return [first + ", and the server's state: keys, audit trail, reviews, \(originals)\(waiting)."]
    }
}
