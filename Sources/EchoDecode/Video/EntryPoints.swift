/// The packets of a stream at which decoding can begin anew, as if none lay before them.
///
/// Such a packet's picture needs no other, and is shown after all pictures before it in the file and before all behind it:
/// so no later one looks back past it, and as many pictures are shown before it as packets lie before it.
struct EntryPoints {
    /// Ascending; counts packets of the stream, and pictures in presentation order alike.
    private let places: [Int]

    /// Finds them in one pass from each end.
    ///
    /// - Parameters:
    ///   - presentation: when each packet's picture is shown, in file order; each is shown.
    ///   - standAlone: the packets, ascending, whose picture resets the decoder.
    init(presentation: [Int64], standAlone: [Int]) {
        var earliestBehind = [Int64](repeating: .max, count: presentation.count + 1)
        for place in presentation.indices.reversed() {
            earliestBehind[place] = min(presentation[place], earliestBehind[place + 1])
        }
        var (found, latestBefore, next) = ([Int](), Int64.min, 0)
        for place in standAlone {
            while next < place {
                latestBefore = max(latestBefore, presentation[next])
                next += 1
            }
            let own = presentation[place]
            if latestBefore < own, own < earliestBehind[place + 1] { found.append(place) }
        }
        places = found
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
