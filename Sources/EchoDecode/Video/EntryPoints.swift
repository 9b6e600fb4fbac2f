/// The packets of a stream at which decoding can begin anew, as if none lay before them.
///
/// Such a packet's picture needs no other, and is shown after all pictures before it in the file and before all
/// behind it: so no later one looks back past it, and as many pictures are shown before it as packets lie before it.
struct EntryPoints {
    /// When each picture is shown, in that order, in the stream's time base.
    let stamps: [Int64]
    /// Ascending; counts packets of the stream, and pictures in presentation order alike.
    private let places: [Int]

    /// There is none but the beginning.
    static let none = EntryPoints(stamps: [], places: [])

    private init(stamps: [Int64], places: [Int]) {
        self.stamps = stamps
        self.places = places
    }

    /// Finds them in one pass from each end.
    ///
    /// - Parameters:
    ///   - presentation: when each packet's picture is shown, in file order; each is shown.
    ///   - contents: what each packet holds. There is no entry point where one holds no picture, or where the stream
    ///     does not begin with a refresh, so that its first pictures cannot be decoded: then packets do not count
    ///     pictures.
    init(presentation: [Int64], contents: [H264Units.Content]) {
        let isCounted = contents.count == presentation.count && contents.first?.refreshes == true
        guard isCounted, contents.allSatisfy({ ($0.refreshes || $0.continues) && !$0.changesMore }) else {
            self = .none
            return
        }
        var earliestBehind = [Int64](repeating: .max, count: presentation.count + 1)
        for place in presentation.indices.reversed() {
            earliestBehind[place] = min(presentation[place], earliestBehind[place + 1])
        }
        var (found, latestBefore, setsBefore) = ([Int](), Int64.min, Set<[UInt8]>())
        for (place, content) in contents.enumerated() {
            let own = presentation[place]
            // What is passed over may not hold parameters that pictures behind it go by.
            let isWhole = content.refreshes && !content.continues && setsBefore.isSubset(of: content.sets)
            if isWhole, latestBefore < own, own < earliestBehind[place + 1] { found.append(place) }
            latestBefore = max(latestBefore, own)
            setsBefore.formUnion(content.sets)
        }
        self.init(stamps: presentation.sorted(), places: found)
    }

    /// The last one from which a picture can be reached.
    ///
    /// - Complexity: O(log of their number).
    func last(upTo picture: Int) -> Int? {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] <= picture { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? places[low - 1] : nil
    }
}
