import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.logging.LogManager;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalMap;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a graph file as Gephi does when one opens it, and prints what is then in its workspace, as JSON. */
public class Gephi {
  public static void main(String[] args) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    LogManager.getLogManager().reset();
    Lookup lookup = Lookup.getDefault();
    ProjectController projects = lookup.lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = lookup.lookup(ImportController.class);
    Container container = importer.importFile(new File(args[0]));
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = lookup.lookup(GraphController.class).getGraphModel(projects.getCurrentWorkspace());
    Graph graph = model.getGraph();

    StringBuilder json = new StringBuilder("{\"issues\":[");
    String comma = "";
    for (Iterator<Issue> issues = container.getReport().getIssues(1000); issues.hasNext(); comma = ",") {
      Issue issue = issues.next();
      json.append(comma).append(quoted(issue.getLevel() + " " + issue.getMessage()));
    }
    json.append("],\"dynamic\":").append(model.isDynamic());
    json.append(",\"timeFormat\":").append(quoted(model.getTimeFormat().name()));
    json.append(",\"nodes\":[");
    comma = "";
    for (Node node : graph.getNodes()) {
      json.append(comma).append('[').append(quoted(node.getId())).append(',').append(quoted(node.getLabel()));
      append(json, node, model.getNodeTable()).append(']');
      comma = ",";
    }
    json.append("],\"edges\":[");
    comma = "";
    for (Edge edge : graph.getEdges()) {
      json.append(comma).append('[').append(quoted(edge.getId())).append(',').append(quoted(edge.getLabel()));
      append(json, edge, model.getEdgeTable()).append(',').append(quoted(edge.getSource().getId())).append(',');
      json.append(quoted(edge.getTarget().getId())).append(',').append(quoted(edge.getTypeLabel())).append(']');
      comma = ",";
    }
    out.print(json.append("]}"));
    out.flush();
    System.exit(0);
  }

  /** The attributes that are there, by title, and the days on which it is there. */
  private static StringBuilder append(StringBuilder json, Element element, Iterable<Column> columns) {
    json.append(",{");
    String comma = "";
    String days = "null";
    for (Column column : columns) {
      Object value = element.getAttribute(column);
      if (value instanceof IntervalSet) {
        Interval interval = ((IntervalSet) value).toArray()[0];
        days = "[" + quoted(day(interval.getLow())) + "," + quoted(day(interval.getHigh())) + "]";
      } else if (value instanceof IntervalMap) {
        json.append(comma).append(quoted(column.getTitle())).append(':');
        append(json, (IntervalMap<?>) value);
        comma = ",";
      } else if (value != null) {
        json.append(comma).append(quoted(column.getTitle())).append(':');
        json.append(value instanceof String ? quoted(value) : value.toString());
        comma = ",";
      }
    }
    return json.append("},").append(days);
  }

  /** A value that changes: what it is on which days. */
  private static void append(StringBuilder json, IntervalMap<?> values) {
    json.append('[');
    String comma = "";
    for (Interval interval : values.toKeysArray()) {
      json.append(comma).append('[').append(quoted(day(interval.getLow()))).append(',');
      json.append(quoted(day(interval.getHigh()))).append(',').append(values.get(interval, null)).append(']');
      comma = ",";
    }
    json.append(']');
  }

  private static String day(double time) {
    return Double.isInfinite(time) ? null : java.time.Instant.ofEpochMilli((long) time).toString().substring(0, 10);
  }

  private static String quoted(Object value) {
    if (value == null) return "null";
    StringBuilder text = new StringBuilder("\"");
    for (char character : value.toString().toCharArray()) {
      if (character == '"' || character == '\\') text.append('\\').append(character);
      else if (character < ' ' || character > '~') text.append(String.format("\\u%04x", (int) character));
      else text.append(character);
    }
    return text.append('"').toString();
  }
}
