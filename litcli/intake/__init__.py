"""The batch: inputs to pages to a pool of workers to the library; failures one by one, and a report. Usable from Python."""
