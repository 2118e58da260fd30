package fairnotice.change;

/** Asks {@code change-track.dmn} outside a process: which track would this take? */
public interface TrackForecast {

    Classification classify(TrackFacts facts);
}
